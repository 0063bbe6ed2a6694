import { type FieldErrors, type FieldValues, get, type UseFormReturn } from "react-hook-form"

type Form<Values extends FieldValues> = Pick<UseFormReturn<Values>, "control">

/** Whether the field stands on the page now: what once did keeps its name, and its value. */
export const isShown = <Values extends FieldValues>({ control }: Form<Values>, name: string): boolean =>
  Boolean(get(control._fields, name)?._f?.mount)

type Fault = { name: string; message: string }

function faultsIn(errors: object, path: string[] = []): Fault[] {
  const { type, message } = errors as { type?: unknown; message?: unknown }
  if (typeof type === "string" && typeof message === "string") {
    return [{ name: path.join("."), message }]
  }

  return Object.entries(errors).flatMap(([name, error]) =>
    error && typeof error === "object" ? faultsIn(error, [...path, name]) : []
  )
}

/** What is wrong with a form in which no field says so; null where one does. */
export function hiddenFault<Values extends FieldValues>(
  form: Form<Values>,
  errors: FieldErrors<Values>
): string | null {
  const faults = faultsIn(errors)

  return faults.some(({ name }) => isShown(form, name)) ? null : (faults[0]?.message ?? null)
}
