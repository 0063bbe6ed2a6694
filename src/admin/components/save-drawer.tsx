import type { ReactNode } from "react"
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form"
import type { z } from "zod"
import { useResolver } from "../lib/resolver"
import { useSaving } from "../lib/saving"
import { FormDrawer } from "./form-drawer"

type Props<Values extends FieldValues> = {
  title: string
  hint?: ReactNode
  verb?: string
  is_dangerous?: boolean
  values: z.ZodType<Values, Values>
  first: DefaultValues<NoInfer<Values>>
  save: (values: NoInfer<Values>) => Promise<unknown>
  fields_by_code?: Partial<Record<string, Path<NoInfer<Values>>>>
  onClose: () => void
  children: ReactNode
}

/** A drawer with a form of its own: it is there as long as it is open, and closes when it has saved. */
export function SaveDrawer<Values extends FieldValues>({
  values,
  first,
  save,
  fields_by_code,
  onClose,
  ...shown
}: Props<Values>) {
  const form = useForm<Values, unknown, Values>({ resolver: useResolver(values), defaultValues: first })
  const saving = useSaving(form, { save, onSaved: onClose, fields_by_code })

  return <FormDrawer {...shown} is_open onClose={onClose} form={form} saving={saving} />
}
