import { SingleBar } from "cli-progress"

const LINE_EVERY_MS = 5000

export type Progress = { show: (readBytes: number, products: number) => void; end: () => void }

/** A bar on a terminal, now and then a line elsewhere. Counts bytes: how many rows there are nobody knows yet. */
export function startProgress(totalBytes: number): Progress {
  const started = Date.now()
  const rate = (products: number) => Math.round(products / Math.max(0.001, (Date.now() - started) / 1000))
  if (process.stdout.isTTY) {
    const bar = new SingleBar({
      format: "[{bar}] {percentage} %  {products} products  {rate}/s",
      hideCursor: true,
    })
    bar.start(totalBytes, 0, { products: 0, rate: 0 })
    return {
      show: (readBytes, products) => bar.update(readBytes, { products, rate: rate(products) }),
      end: () => bar.stop(),
    }
  }

  let said = started
  return {
    show: (readBytes, products) => {
      if (Date.now() - said > LINE_EVERY_MS) {
        said = Date.now()
        const percent = Math.round((readBytes / totalBytes) * 100)
        console.log(`${percent} %  ${products} products  ${rate(products)}/s`)
      }
    },
    end: () => undefined,
  }
}
