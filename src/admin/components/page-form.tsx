import { Button } from "@medusajs/ui"
import type { PropsWithChildren, ReactNode } from "react"
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form"
import { Link } from "react-router-dom"
import { placeOf } from "../lib/list-place"
import type { Saving } from "../lib/saving"
import { useText } from "../lib/text"
import { Failure } from "./form-drawer"

type Props<Values extends FieldValues> = PropsWithChildren<{
  form: UseFormReturn<Values>
  saving: Saving
  /** Where it goes back to without saving. */
  back: string
  verb?: string
  /** Other ways to save, before the main one. */
  others?: ReactNode
}>

/** A form that is a page. What was refused is said beside the buttons, where the reader is. */
export function PageForm<Values extends FieldValues>(props: Props<Values>) {
  const { form, saving, back, verb, others, children } = props
  const { t } = useText()

  return (
    <FormProvider {...form}>
      <form onSubmit={saving.submit} noValidate className="flex flex-col gap-y-3">
        {children}
        <div className="sticky bottom-0 z-10 flex flex-col gap-y-2 border-t bg-ui-bg-subtle py-3">
          <Failure saving={saving} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button size="small" variant="secondary" asChild>
              <Link to={placeOf(back)}>{t("actions.cancel")}</Link>
            </Button>
            {others}
            <Button size="small" type="submit" isLoading={saving.is_saving}>
              {verb ?? t("actions.save")}
            </Button>
          </div>
        </div>
      </form>
    </FormProvider>
  )
}
