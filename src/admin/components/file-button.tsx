import { Button, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { sentenceOf } from "../lib/refusal-text"
import { useText } from "../lib/text"

type Props = {
  children: string
  /** Kinds of files, as `accept` of an input. */
  accept: string
  send: (file: File) => Promise<unknown>
  done: string
}

/** Asks for one file and sends it. */
export function FileButton({ children, accept, send, done }: Props) {
  const texts = useText()
  const input = useRef<HTMLInputElement>(null)
  const [is_sending, setSending] = useState(false)
  const pick = async (file: File | undefined): Promise<void> => {
    if (!file) {
      return
    }
    setSending(true)
    try {
      await send(file)
      toast.success(done)
    } catch (error) {
      toast.error(sentenceOf(error, texts))
    } finally {
      setSending(false)
      if (input.current) {
        // The same file may be picked again.
        input.current.value = ""
      }
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={children}
        tabIndex={-1}
        className="hidden"
        onChange={(event) => pick(event.target.files?.[0])}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        isLoading={is_sending}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  )
}
