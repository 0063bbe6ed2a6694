import { readFile } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"

export type SentMessage = {
  at: string
  channel: "email" | "sms"
  to: string
  template: string
  subject: string
  text: string
}

/** Everything that was sent to somebody by the server under test, the oldest first. */
export async function messagesTo(to: string): Promise<SentMessage[]> {
  const text = await readFile(process.env.MESSAGE_OUTBOX as string, "utf8").catch(() => "")
  const messages = text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SentMessage)

  return messages.filter((message) => message.to === to)
}

const LIMIT_MS = 5000

/**
 * The newest message to somebody, waiting for what a subscriber sends after the answer. With `after`, the number of
 * messages that were there before, it waits for a further one.
 */
export async function lastMessage(to: string, after = 0): Promise<SentMessage> {
  for (let waited = 0; waited < LIMIT_MS; waited += 50) {
    const messages = await messagesTo(to)
    const last = messages.at(-1)
    if (last && messages.length > after) {
      return last
    }
    await sleep(50)
  }
  throw new Error(`Nothing was sent to ${to}.`)
}

/** The six digits of the newest message to somebody. */
export async function lastCode(to: string, after = 0): Promise<string> {
  const { text } = await lastMessage(to, after)
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) {
    throw new Error(`The message to ${to} has no code: ${text}`)
  }

  return code
}
