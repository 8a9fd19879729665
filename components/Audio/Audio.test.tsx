import { describePlayer } from '../../tests/describe-player.tsx'
import { Audio } from './Audio.tsx'

describePlayer('Audio', { Component: Audio, tag: 'audio', type: 'audio/mpeg', ending: 'mpeg' })
