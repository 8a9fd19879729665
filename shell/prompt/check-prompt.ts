/** As much as one request may hold (schema/protocol/generate.ts). */
export const longestPrompt = 100_000

export type PromptCheck = { readonly ok: true; readonly prompt: string } | { readonly ok: false; readonly message: string }

/** Whether the words can be sent, and if not, what to do; they are kept either way. */
export function checkPrompt(text: string): PromptCheck {
  const prompt = text.trim()
  if (prompt === '') return { ok: false, message: 'Write what the app is for, for example “a tracker for my plants”.' }
  if (prompt.length > longestPrompt) {
    const count = (n: number) => n.toLocaleString('en')
    return {
      ok: false,
      message: `This is ${count(prompt.length)} characters long; ${count(longestPrompt)} is the most that can be sent. Your text is kept: shorten it, or put the data in the app afterwards.`,
    }
  }
  return { ok: true, prompt }
}
