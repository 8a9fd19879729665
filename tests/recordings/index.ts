/**
 * Apps that a large language model wrote at its first try, in the language as it stands: streams of real
 * length and shape. The files are what such a reply parses to, formatted.
 */
export interface Recording {
  /** Beside this file. */
  readonly file: string
  /** What was asked for. */
  readonly prompt: string
}

const recording = (file: string, prompt: string): Recording => ({ file: `${file}.json`, prompt })

export const recordings: readonly Recording[] = [
  recording('pomodoro', 'A pomodoro timer with break reminders'),
  recording('calculator', 'A calculator like the one on my phone, with keyboard support'),
  recording('expenses', 'An expense tracker with categories, a monthly total and a chart'),
  recording('renovation-board', 'A kanban board for my renovation project'),
  recording('habits', 'A habit tracker with a heat map of the last 12 weeks and streaks'),
  recording('tip-splitter', 'A tip calculator that splits the bill between friends'),
  recording('spanish-cards', 'A flashcard quiz for learning Spanish words with score and spaced repetition'),
  recording('snake', 'A snake game I can play with arrow keys'),
  recording('meeting-cost', 'A meeting cost clock: attendees, hourly rates, live running cost'),
  recording('workout-log', 'A workout log: exercises, sets, reps, weight, progress chart per exercise'),
  recording('team-clock', 'A world clock for a remote team with working-hours overlap'),
  recording('invoice-maker', 'An invoice maker with line items, tax, totals and print'),
  recording('tic-tac-toe', 'A tic-tac-toe game against the computer'),
  recording('seating-planner', 'A seating planner for a wedding: tables and guests by drag and drop'),
  recording('json-inspector', 'A JSON formatter and inspector'),
  recording('reading-list', 'A reading list with ratings, status, search and stats'),
  recording('pomodoro-with-tasks', 'A pomodoro timer with break reminders'),
  recording('snake-with-scores', 'A snake game I can play with arrow keys'),
  recording('freelance-crm', 'A CRM for a freelancer: contacts, deals with stages, notes, follow-up dates'),
  recording('team-clock-by-zone', 'A world clock for a remote team with working-hours overlap'),
]
