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
  form.reset(stored as DefaultValues<Values>, { ...KEPT, keepValues: true })
  form.reset(shown as DefaultValues<Values>, { ...KEPT, keepDefaultValues: true })
}

/** Keeps a form with what is stored: it may be filled from an answer that is older than what somebody else has saved. */
export function useStoredValues<Values extends FieldValues>(form: Form<Values>, stored: Values): void {
  const text = JSON.stringify(stored)
  useLayoutEffect(() => takeStored(form, JSON.parse(text) as Values), [form, text])
}
