import { toast } from "@medusajs/ui"
import type { Answer } from "../../../lib/api/client"
import { useText } from "../../../lib/text"
import { toldOf } from "./told-outcome"

/** Long enough to read that money goes back, and to see which. */
const READING_MS = 15_000

/** Says what has become of a transfer. */
export function useTellOutcome() {
  const texts = useText()

  return (booked: Answer<"POST /admin/bank-transfers">, reference: string | null): void => {
    const { tone, text } = toldOf(booked, reference, texts)
    toast[tone](text, { duration: READING_MS })
  }
}
