import { ArrowLeftMini, ArrowRightMini, Trash } from "@medusajs/icons"
import { Badge, Button, IconButton, Text } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useController } from "react-hook-form"
import { upload } from "../../../lib/api/client"
import { sentenceOf } from "../../../lib/refusal-text"
import { useText } from "../../../lib/text"

/** As the server has them; it says so itself when somebody sends more. */
const MOST_MEGABYTES = 5
const MOST_AT_ONCE = 5
const MOST_IMAGES = 20
const TYPES = ["image/jpeg", "image/png", "image/webp", "image/gif"]

/** Pictures of a product, the first of which is shown in lists. They are stored as soon as they are chosen. */
export function ImagesField({ name }: { name: string }) {
  const texts = useText()
  const { t } = texts
  const { field } = useController({ name })
  const images: string[] = field.value ?? []
  // What is uploaded meanwhile is added to what is there then.
  const current = useRef(images)
  current.current = images
  const [problem, setProblem] = useState<string | null>(null)
  const [is_sending, setSending] = useState(false)

  const add = async (files: File[]): Promise<void> => {
    const wrong = problemOf(files, images.length)
    setProblem(wrong && t(`products.${wrong}`, LIMITS))
    if (wrong || !files.length) {
      return
    }
    setSending(true)
    try {
      const { files: stored } = await upload(files)
      field.onChange([...current.current, ...stored.map(({ url }) => url)])
    } catch (error) {
      setProblem(sentenceOf(error, texts))
    } finally {
      setSending(false)
    }
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-y-3">
      <legend className="txt-compact-small-plus mb-2">{t("products.images")}</legend>
      <Text size="small" className="text-ui-fg-subtle">
        {t("products.images_hint", LIMITS)}
      </Text>
      {images.length > 0 && (
        <ol className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {images.map((url, index) => (
            <ImageTile key={url} url={url} index={index} images={images} onChange={field.onChange} />
          ))}
        </ol>
      )}
      <Chooser is_sending={is_sending} onChoose={add} />
      {problem && (
        <span role="alert" className="txt-small text-ui-fg-error">
          {problem}
        </span>
      )}
    </fieldset>
  )
}

const LIMITS = { megabytes: MOST_MEGABYTES, at_once: MOST_AT_ONCE, count: MOST_IMAGES }

function problemOf(files: File[], before: number) {
  if (files.some(({ type }) => !TYPES.includes(type))) {
    return "image_type"
  }
  if (files.some(({ size }) => size > MOST_MEGABYTES * 1024 * 1024)) {
    return "image_too_large"
  }
  if (files.length > MOST_AT_ONCE) {
    return "images_at_once"
  }

  return before + files.length > MOST_IMAGES ? "too_many_images" : null
}

function Chooser({ is_sending, onChoose }: { is_sending: boolean; onChoose: (files: File[]) => void }) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)

  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        accept={TYPES.join(",")}
        aria-label={t("products.add_images")}
        tabIndex={-1}
        className="hidden"
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ""
        }}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        isLoading={is_sending}
        onClick={() => input.current?.click()}
      >
        {t("products.add_images")}
      </Button>
      <span role="status" className="sr-only">
        {is_sending && t("products.uploading")}
      </span>
    </div>
  )
}

type TileProps = { url: string; index: number; images: string[]; onChange: (images: string[]) => void }

function ImageTile({ url, index, images, onChange }: TileProps) {
  const { t } = useText()
  const number = { number: index + 1 }
  const move = (to: number): void => onChange(images.filter((other) => other !== url).toSpliced(to, 0, url))

  return (
    <li className="flex min-w-0 flex-col gap-y-1">
      <img
        src={url}
        alt={t("products.image", number)}
        className="aspect-square w-full rounded-md border object-cover"
      />
      <div className="flex items-center justify-between">
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("products.image_earlier", number)}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        >
          <ArrowLeftMini />
        </IconButton>
        {index === 0 && <Badge size="2xsmall">{t("products.image_first")}</Badge>}
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("products.image_later", number)}
          disabled={index === images.length - 1}
          onClick={() => move(index + 1)}
        >
          <ArrowRightMini />
        </IconButton>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("products.image_remove", number)}
          onClick={() => onChange(images.filter((other) => other !== url))}
        >
          <Trash />
        </IconButton>
      </div>
    </li>
  )
}
