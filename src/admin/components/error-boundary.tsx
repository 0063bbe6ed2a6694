import { Component, type PropsWithChildren } from "react"
import { ErrorState } from "./states"

type State = { error: unknown }

/** A page that breaks says so in its own place: the navigation stays. */
export class ErrorBoundary extends Component<PropsWithChildren, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render() {
    return this.state.error ? (
      <ErrorState error={this.state.error} onRetry={() => window.location.reload()} />
    ) : (
      this.props.children
    )
  }
}
