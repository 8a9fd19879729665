/** What a person can press instead of writing; each is a real request that the library answers too. */
export const examples: readonly { readonly prompt: string; readonly icon: string }[] = [
  { prompt: 'A habit tracker with streaks', icon: 'flame' },
  { prompt: 'Split a restaurant bill with a tip', icon: 'receipt' },
  { prompt: 'A pomodoro timer that rings', icon: 'timer' },
  { prompt: 'My expenses by category', icon: 'wallet' },
  { prompt: 'A kanban board for one project', icon: 'square-kanban' },
  { prompt: 'A world clock for my team', icon: 'globe' },
]
