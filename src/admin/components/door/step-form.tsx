import { Button, Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form"
import type { Saving } from "../../lib/saving"
import { Failure } from "../form-drawer"

type Props<Values extends FieldValues> = PropsWithChildren<{
  title: string
  hint: string
  form: UseFormReturn<Values>
  saving: Saving
  verb: string
  /** Another way on. */
  other?: { verb: string; run: () => void }
}>

/** One step at the door: what it is for, its fields and the way on. */
export function StepForm<Values extends FieldValues>({
  title,
  hint,
  form,
  saving,
  verb,
  other,
  children,
}: Props<Values>) {
  return (
    <FormProvider {...form}>
      <form onSubmit={saving.submit} noValidate className="flex flex-col gap-y-4">
        <div>
          <Heading level="h2">{title}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {hint}
          </Text>
        </div>
        <Failure saving={saving} />
        {children}
        <Button type="submit" isLoading={saving.is_saving} className="w-full">
          {verb}
        </Button>
        {other && (
          <Button type="button" variant="transparent" onClick={other.run} className="w-full">
            {other.verb}
          </Button>
        )}
      </form>
    </FormProvider>
  )
}
