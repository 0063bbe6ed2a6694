import { Button, toast, usePrompt } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"
import { useRef, useState } from "react"
import { sentenceOf } from "../lib/refusal-text"
import { useText } from "../lib/text"

type Props = {
  children: ReactNode
  /** Does it; what it throws is shown. */
  run: () => Promise<unknown>
  /** What is said when it is done. */
  done?: string
  /** Asks first; `verb` for a button that is a picture. */
  confirm?: { title: string; hint: string; verb?: string }
  variant?: ComponentProps<typeof Button>["variant"]
  disabled?: boolean
}

/** A button that does one thing, however often it is clicked. */
export function ActionButton({ children, run, done, confirm, variant = "secondary", disabled }: Props) {
  const texts = useText()
  const ask = usePrompt()
  const isBusy = useRef(false)
  const [is_running, setRunning] = useState(false)

  const act = async (): Promise<void> => {
    if (isBusy.current) {
      return
    }
    isBusy.current = true
    try {
      if (confirm && !(await ask(promptOf(confirm, texts.t("actions.cancel"), children)))) {
        return
      }
      setRunning(true)
      await run()
      if (done) {
        toast.success(done)
      }
    } catch (error) {
      toast.error(sentenceOf(error, texts))
    } finally {
      isBusy.current = false
      setRunning(false)
    }
  }

  return (
    <Button
      type="button"
      size="small"
      variant={variant}
      disabled={disabled}
      isLoading={is_running}
      onClick={act}
    >
      {children}
    </Button>
  )
}

const promptOf = (
  { title, hint, verb }: NonNullable<Props["confirm"]>,
  cancel: string,
  children: ReactNode
) => ({
  title,
  description: hint,
  cancelText: cancel,
  confirmText: verb ?? (typeof children === "string" ? children : title),
})
