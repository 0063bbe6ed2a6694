import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { useNavigate } from "react-router-dom"
import { ApiError } from "../../lib/api/api-error"
import { takeSeat } from "../../lib/api/seat"
import {
  type Credentials,
  makeLogin,
  openSession,
  type SignIn,
  sendLink,
  signIn,
} from "../../lib/api/sign-in"
import { fulfil, HOMES, hasAccount, type LinkPurpose, type Purpose } from "./purpose"

type Challenge = { id: string; methods: string[] }

/** How far somebody at the door is. What they typed and their tokens are in memory alone. */
export type Step =
  | { name: "account" | "sign_in" }
  | { name: "code"; token: string; challenge: Challenge; credentials: Credentials }
  | { name: "link"; token: string; credentials: Credentials }
  | { name: "confirmed" | "shop"; token: string }

export type Door = ReturnType<typeof useDoor>

/** The way in, from a login to the page behind the door. Each step throws what the server refuses, for its form to show. */
export function useDoor(purpose: Purpose) {
  const [step, setStep] = useState<Step>({ name: purpose.kind === "shop" ? "account" : "sign_in" })
  const enter = useEntering(purpose)
  /** A link works once, and a second factor may be asked for after it. */
  const isFulfilled = useRef(false)
  const fulfilOnce = async (link: LinkPurpose, token: string): Promise<void> => {
    if (!isFulfilled.current) {
      await fulfil(link, token)
      isFulfilled.current = true
    }
  }

  const waitForLink = async (token: string, credentials: Credentials): Promise<void> => {
    await sendLink(credentials.email, token)
    setStep({ name: "link", token, credentials })
  }
  /** A login that is let in does what it came for. */
  const goOn = async (token: string, credentials: Credentials): Promise<void> => {
    if (purpose.kind === "shop") {
      setStep({ name: "shop", token })
      return
    }
    try {
      await fulfilOnce(purpose, token)
    } catch (error) {
      if (!isUnconfirmed(error)) {
        throw error
      }
      await waitForLink(token, credentials)
      return
    }
    if (purpose.kind === "verify" && !hasAccount(token)) {
      setStep({ name: "confirmed", token })
      return
    }
    await enter(token)
  }
  const answer = async (answered: SignIn, credentials: Credentials): Promise<void> => {
    const { token, verification_required, mfa_required, mfa_challenge } = answered
    if (mfa_required && mfa_challenge) {
      setStep({ name: "code", token, challenge: mfa_challenge, credentials })
    } else if (!verification_required) {
      await goOn(token, credentials)
    } else if (purpose.kind === "verify") {
      await fulfilOnce(purpose, token)
      // Only a sign-in after it gives a token that is let in.
      await answer(await signIn(credentials), credentials)
    } else {
      await waitForLink(token, credentials)
    }
  }

  return {
    step,
    choose: (name: "account" | "sign_in") => setStep({ name }),
    openShop: (token: string) => setStep({ name: "shop", token }),
    register: async (credentials: Credentials) => {
      await makeLogin(credentials)
      await answer(await signIn(credentials), credentials)
    },
    signIn: async (credentials: Credentials) => answer(await signIn(credentials), credentials),
    /** True when the address is still not confirmed. */
    tryAgain: async (credentials: Credentials): Promise<boolean> => {
      const answered = await signIn(credentials)
      if (answered.verification_required) {
        return true
      }
      await answer(answered, credentials)

      return false
    },
    goOn,
    enter,
  }
}

/** Makes the token into a cookie and opens the page. Who sat in this tab before is forgotten. */
function useEntering({ kind }: Purpose): (token: string) => Promise<void> {
  const navigate = useNavigate()
  const client = useQueryClient()

  return async (token) => {
    takeSeat({ vendor_id: null, impersonation: null })
    await openSession(token)
    client.clear()
    navigate(HOMES[kind], { replace: true })
  }
}

const isUnconfirmed = (error: unknown) => error instanceof ApiError && error.code === "email_not_verified"
