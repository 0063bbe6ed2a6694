import { useRef, useState } from "react"
import type { FieldErrors, FieldValues, Path, UseFormReturn } from "react-hook-form"
import { ApiError } from "./api/api-error"
import { sentenceOf, valueSentence } from "./refusal-text"
import { hiddenFault, isShown } from "./shown-fields"
import { type Texts, useText } from "./text"

type Options<Values extends FieldValues> = {
  save: (values: Values) => Promise<unknown>
  onSaved?: () => void
  /** Refusals that are about one field: `{ handle_taken: "handle" }`. */
  fields_by_code?: Partial<Record<string, Path<Values>>>
  /** Where the form's fields are not called as the server calls them: the field of a path. */
  field_at?: FieldAt
}

type FieldAt = (path: string[]) => string

export type Saving = {
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>
  is_saving: boolean
  /** What is wrong with the whole, or with a part that has no field here. */
  failure: string | null
}

/**
 * Saves a form. A second click while the first is under way does nothing; what was typed stays when the server refuses or
 * does not answer, with the sentence at the field that it is about.
 */
export function useSaving<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  { save, onSaved, fields_by_code = {}, field_at }: Options<Values>
): Saving {
  const texts = useText()
  const isBusy = useRef(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [is_saving, setSaving] = useState(false)

  const attempt = async (values: Values): Promise<void> => {
    if (isBusy.current) {
      return
    }
    isBusy.current = true
    setSaving(true)
    setFailure(null)
    try {
      await save(values)
      onSaved?.()
    } catch (error) {
      setFailure(placeError(form, error, { fields_by_code, field_at, texts }))
    } finally {
      isBusy.current = false
      setSaving(false)
    }
  }

  const refuse = (errors: FieldErrors<Values>): void => {
    const fault = hiddenFault(form, errors)
    setFailure(fault && texts.t("inputs.hidden_wrong", { fault }))
  }

  return { submit: form.handleSubmit(attempt, refuse), is_saving, failure }
}

type Placing<Values extends FieldValues> = {
  fields_by_code: Partial<Record<string, Path<Values>>>
  field_at?: FieldAt
  texts: Pick<Texts, "t" | "named">
}

/** Puts the server's sentences at their fields; the answer is what has no field. */
export function placeError<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  { fields_by_code, field_at = (path) => path.join("."), texts }: Placing<Values>
): string | null {
  const sentence = sentenceOf(error, texts)
  if (!(error instanceof ApiError)) {
    return sentence
  }
  const named = fields_by_code[error.code]
  const wrong = named
    ? [{ name: named, message: sentence }]
    : error.fields.map(({ path, message }) => ({ name: field_at(path) as Path<Values>, message }))
  const placed = wrong.filter(({ name, message }) => {
    const isHere = isShown(form, name)
    if (isHere) {
      form.setError(
        name,
        { type: "server", message: named ? message : valueSentence(message, texts) },
        { shouldFocus: true }
      )
    }

    return isHere
  })

  return placed.length && placed.length === wrong.length ? null : sentence
}

/**
 * One key for one wish, such as an amount: it stays the same while that is tried again, so that it is done once. Another wish is
 * another intention, and must not be answered with what became of the first. What is only said about it, as a reason, is no
 * part of it: else a second try with other words would do it twice.
 */
export function useIdempotencyKey(): (wish: string) => string {
  const current = useRef({ wish: "", key: "" })

  return (wish) => {
    if (!current.current.key || current.current.wish !== wish) {
      current.current = { wish, key: crypto.randomUUID() }
    }

    return current.current.key
  }
}
