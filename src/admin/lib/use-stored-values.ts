import { useLayoutEffect } from "react"
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form"
import { isSame, withChanges } from "./own-changes"

/** A refusal that stands at a field is still true, and the form is still sent. */
const KEPT = { keepErrors: true, keepIsSubmitted: true, keepSubmitCount: true, keepTouched: true } as const

type Form<Values extends FieldValues> = Pick<UseFormReturn<Values>, "control" | "getValues" | "reset">

/** Shows what is stored now in every field that the reader has not changed. */
export function takeStored<Values extends FieldValues>(form: Form<Values>, stored: Values): void {
  if (isSame(form.control._defaultValues, stored)) {
    return
  }
  // With the shape of its form: a mix of values that both have it.
  const shown = withChanges(form.control._defaultValues, stored, form.getValues()) as Values
  put(form, { stored, shown })
}

/** The second reset works out anew which fields differ from what is stored. */
function put<Values extends FieldValues>(
  form: Form<Values>,
  { stored, shown }: { stored: Values; shown: Values }
): void {
  form.reset(stored as DefaultValues<Values>, { ...KEPT, keepValues: true })
  form.reset(shown as DefaultValues<Values>, { ...KEPT, keepDefaultValues: true })
}

/**
 * To be called before a form is sent; what it answers, once that is saved: the form then holds what was sent for stored. What was
 * typed meanwhile stays, and is still to be saved, and so does what `takeStored` has taken meanwhile.
 */
export function beginSave<Values extends FieldValues>(form: Form<Values>): (saved: Values) => void {
  const before = structuredClone(form.control._defaultValues)
  // Not what is sent, which has no spaces around it: only what differs from this was typed later.
  const typed = structuredClone(form.getValues())

  return (saved) => {
    // With the shape of its form, as above.
    const stored = withChanges(before, saved, form.control._defaultValues) as Values
    const shown = withChanges(typed, stored, form.getValues()) as Values
    put(form, { stored, shown })
  }
}

/** Keeps a form with what is stored: it may be filled from an answer that is older than what somebody else has saved. */
export function useStoredValues<Values extends FieldValues>(form: Form<Values>, stored: Values): void {
  const text = JSON.stringify(stored)
  useLayoutEffect(() => takeStored(form, JSON.parse(text) as Values), [form, text])
}
