import sharp from "sharp"

type Part = { content: string | Uint8Array<ArrayBuffer>; name: string; type: string }

/** A form with one file, as a browser sends it. */
export function formOf(field: string, { content, name, type }: Part): FormData {
  const form = new FormData()
  form.append(field, new Blob([content], { type }), name)

  return form
}

export async function pictureForm(): Promise<FormData> {
  const content = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#a52" } })
    .png()
    .toBuffer()

  return formOf("files", { content: new Uint8Array(content), name: "basket.png", type: "image/png" })
}
