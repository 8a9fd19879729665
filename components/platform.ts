import { createContext } from 'react'

/** How keys are lettered: `mod` is ⌘ on a Mac and Ctrl elsewhere. Given by whoever shows the app. */
export const PlatformContext = createContext<'mac' | 'other'>('other')
