import { Alert, Button, Drawer } from "@medusajs/ui"
import { type PropsWithChildren, type ReactNode, useEffect, useRef } from "react"
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form"
import type { Saving } from "../lib/saving"
import { useText } from "../lib/text"
import { DrawerHead } from "./drawer-head"

type Props<Values extends FieldValues> = PropsWithChildren<{
  title: string
  hint?: ReactNode
  is_open: boolean
  onClose: () => void
  form: UseFormReturn<Values>
  saving: Saving
  /** What the button does. */
  verb?: string
  is_dangerous?: boolean
}>

/** A form at the side of the page that it is about. It stays open, with what was typed, until it is saved. */
export function FormDrawer<Values extends FieldValues>({
  is_open,
  onClose,
  title,
  hint,
  ...rest
}: Props<Values>) {
  return (
    <Drawer open={is_open} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <DrawerHead title={title} hint={hint} />
        <DrawerForm {...rest} />
      </Drawer.Content>
    </Drawer>
  )
}

type FormProps<Values extends FieldValues> = Omit<Props<Values>, "title" | "hint" | "is_open" | "onClose">

function DrawerForm<Values extends FieldValues>({
  form,
  saving,
  verb,
  is_dangerous,
  children,
}: FormProps<Values>) {
  const { t } = useText()

  return (
    <FormProvider {...form}>
      <form onSubmit={saving.submit} noValidate className="flex flex-1 flex-col overflow-hidden">
        <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          <Failure saving={saving} />
          {children}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button type="button" size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button
            type="submit"
            size="small"
            variant={is_dangerous ? "danger" : "primary"}
            isLoading={saving.is_saving}
          >
            {verb ?? t("actions.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </FormProvider>
  )
}

/** Comes into sight by itself: the button that was clicked may be far below it. */
export function Failure({ saving: { failure } }: { saving: Pick<Saving, "failure"> }) {
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) {
      alert.current?.scrollIntoView({ block: "nearest" })
    }
  }, [failure])

  return failure ? (
    <Alert ref={alert} variant="error" role="alert">
      {failure}
    </Alert>
  ) : null
}
