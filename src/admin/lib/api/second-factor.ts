/**
 * Some requests are answered only after the second factor was shown again. Whoever sent one waits here until somebody has:
 * the frame, which stands on every page, asks the person.
 */
let shown: Promise<boolean> | null = null
let settle: ((is_shown: boolean) => void) | null = null

const askers = new Set<() => void>()

export const isFactorWanted = (): boolean => settle !== null

export function onFactorWanted(asker: () => void): () => void {
  askers.add(asker)

  return () => askers.delete(asker)
}

/** Whether it was shown. Several requests at once ask once; where nobody can ask, it was not. */
export function wantFactor(): Promise<boolean> {
  if (!askers.size) {
    return Promise.resolve(false)
  }
  shown ??= new Promise((resolve) => {
    settle = resolve
  })
  tellAskers()

  return shown
}

export function answerFactor(is_shown: boolean): void {
  settle?.(is_shown)
  shown = null
  settle = null
  tellAskers()
}

function tellAskers(): void {
  for (const asker of askers) {
    asker()
  }
}
