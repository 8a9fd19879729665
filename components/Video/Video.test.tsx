import { describePlayer } from '../../tests/describe-player.tsx'
import { Video } from './Video.tsx'

describePlayer('Video', { Component: Video, tag: 'video', type: 'video/mp4', ending: 'mp4' })
