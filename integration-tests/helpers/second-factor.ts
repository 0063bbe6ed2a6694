import { createHmac } from "node:crypto"
import { type Client, clientWith, PASSWORD } from "./people"

const PERIOD_MS = 30_000
/** A code has to be taken yet when it arrives at a busy server. */
const ARRIVAL_MS = 10_000
const oldestStep = () => Math.floor((Date.now() + ARRIVAL_MS) / PERIOD_MS) - 1
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** An authenticator app: a code is of a step of 30 seconds, and is shown once, since the server takes it once. */
export class Authenticator {
  private next = oldestStep()

  constructor(private readonly secret: string) {}

  /** A code that was not given before: of the last, this or the coming step, all of which the server takes. */
  async code(): Promise<string> {
    const now = () => Math.floor(Date.now() / PERIOD_MS)
    const step = Math.max(this.next, oldestStep())
    while (step > now() + 1) {
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    this.next = step + 1

    return totp(this.secret, step)
  }
}

function totp(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac("sha1", decodeBase32(secret)).update(counter).digest()
  const offset = mac[mac.length - 1]! & 0xf

  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0")
}

function decodeBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, "")]
    .map((char) => BASE32.indexOf(char).toString(2).padStart(5, "0"))
    .join("")

  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

type Enrolment = { mfa_factor: { id: string }; secret: string }
type Login = { token: string; mfa_challenge?: { id: string } }

/** What was added, and the token of the session that begins with a first factor: all before have ended. */
export type Added = { app: Authenticator; token: string; factor_id: string }

/** Gives a login an authenticator, and proves it once. */
export async function addAuthenticator(client: Client): Promise<Added> {
  const { status, body } = await client<Enrolment>("POST", "/auth/mfa/factors", { provider: "totp" })
  if (!body.secret) {
    throw new Error(`No second factor was added: ${status} ${JSON.stringify(body)}`)
  }
  const app = new Authenticator(body.secret)
  const factor_id = body.mfa_factor.id
  const proof = await client<{ token: string }>("POST", `/auth/mfa/factors/${factor_id}/verify`, {
    code: await app.code(),
  })
  if (proof.status !== 200) {
    throw new Error(`The second factor was not proved: ${proof.status} ${JSON.stringify(proof.body)}`)
  }

  return { app, token: proof.body.token, factor_id }
}

export const enrolAuthenticator = async (client: Client): Promise<Authenticator> =>
  (await addAuthenticator(client)).app

/** Signs in by password and a code of the authenticator. */
export async function signInWithFactor(
  baseUrl: string,
  login: { actor: "user" | "customer"; email: string },
  app: Authenticator,
  headers: Record<string, string> = {}
): Promise<Client> {
  const first = await clientWith(baseUrl)<Login>("POST", `/auth/${login.actor}/emailpass`, {
    email: login.email,
    password: PASSWORD,
  })
  const challenge = first.body.mfa_challenge?.id
  const second = await clientWith(baseUrl, { authorization: `Bearer ${first.body.token}` })<Login>(
    "POST",
    `/auth/mfa/challenges/${challenge}/verify`,
    { method: "totp", code: await app.code() }
  )
  if (second.status !== 200 || !second.body.token) {
    throw new Error(`${login.email} was not let in: ${second.status} ${JSON.stringify(second.body)}`)
  }

  return clientWith(baseUrl, { authorization: `Bearer ${second.body.token}`, ...headers })
}
