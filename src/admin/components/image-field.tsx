import { Button, Hint, Text, toast } from "@medusajs/ui"
import { useId, useRef, useState } from "react"
import { useController } from "react-hook-form"
import { upload } from "../lib/api/client"
import { sentenceOf } from "../lib/refusal-text"
import { useText } from "../lib/text"

/** One picture: the field holds its address, and the file is sent as soon as it is chosen. */
export function ImageField({ name, label }: { name: string; label: string }) {
  const texts = useText()
  const { t } = texts
  const id = useId()
  const { field, fieldState } = useController({ name })
  const input = useRef<HTMLInputElement>(null)
  const [is_sending, setSending] = useState(false)
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) {
      return
    }
    setSending(true)
    try {
      const { files } = await upload([file])
      field.onChange(files[0]?.url ?? "")
    } catch (error) {
      toast.error(sentenceOf(error, texts))
    } finally {
      setSending(false)
    }
  }

  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" id={id}>
        {label}
      </Text>
      {field.value && <img src={field.value} alt="" className="max-h-20 w-fit max-w-full rounded-md" />}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          void send(target.files?.[0])
          target.value = ""
        }}
      />
      <div className="flex gap-2">
        <Button
          type="button"
          size="small"
          variant="secondary"
          aria-describedby={id}
          isLoading={is_sending}
          onClick={() => input.current?.click()}
        >
          {t("settings.choose_image")}
        </Button>
        {field.value && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            aria-describedby={id}
            onClick={() => field.onChange("")}
          >
            {t("actions.remove")}
          </Button>
        )}
      </div>
      {fieldState.error?.message && <Hint variant="error">{fieldState.error.message}</Hint>}
    </div>
  )
}
