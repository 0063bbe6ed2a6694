type Form = { action: string; fields: Record<string, string> }

const TIMEOUT_MS = 15_000

/** Opens the gateway's payment page as a browser would and presses the button with this label. */
export async function pressOnHostedPage(pageUrl: string, label: string): Promise<string> {
  const page = await fetch(pageUrl, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  const html = await page.text()
  if (!page.ok) {
    throw new Error(`The payment page ${pageUrl} answered ${page.status}: ${html.slice(0, 200)}`)
  }
  const form = findForm(html, label)
  if (!form) {
    throw new Error(`The payment page ${pageUrl} has no button \`${label}\`.`)
  }
  const answer = await fetch(new URL(form.action || page.url, page.url), {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form.fields),
    // The page sends the buyer on to the shop, which is not a page of the demo.
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (answer.status >= 400) {
    throw new Error(`The payment page answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  }

  return answer.headers.get("location") ?? page.url
}

/** The form whose button has this label, with what the browser would send when it is pressed. */
export function findForm(html: string, label: string): Form | undefined {
  for (const [, attributes = "", body = ""] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)) {
    const buttons = [...body.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gis)]
    const button = buttons.find(([, , text = ""]) =>
      plain(text).toLowerCase().startsWith(label.toLowerCase())
    )
    if (!button) {
      continue
    }
    const inputs = [...body.matchAll(/<input\b([^>]*)>/gis)].map(([, input = ""]) => input)
    const named = [...inputs, button[1] ?? ""].flatMap((tag) => {
      const name = attribute(tag, "name")
      return name ? [[name, attribute(tag, "value") ?? ""]] : []
    })
    return { action: attribute(attributes, "action") ?? "", fields: Object.fromEntries(named) }
  }

  return undefined
}

const plain = (html: string) =>
  unescapeHtml(html.replaceAll(/<[^>]*>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim()

function attribute(tag: string, name: string): string | undefined {
  const found = tag.match(new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i"))

  return found ? unescapeHtml(found[1] ?? found[2] ?? found[3] ?? "") : undefined
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" }

const unescapeHtml = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|quot|#39|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole)
