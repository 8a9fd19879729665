import { Component, type ComponentType, type ReactNode } from 'react'

interface FaultBoundaryProps {
  readonly title: string
  /** What the component was drawn from: when it changes, the component is tried again. */
  readonly cause: unknown
  readonly Tile: ComponentType<{ readonly title: string; readonly message: string; readonly onRetry?: () => void }>
  readonly children: ReactNode
}

interface FaultBoundaryState {
  readonly error: Error | null
  readonly cause: unknown
}

/** A component that throws shows as a tile in its place, which goes away when its cause does. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { error: null, cause: this.props.cause }

  static getDerivedStateFromError(error: unknown): Partial<FaultBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: FaultBoundaryProps, state: FaultBoundaryState): Partial<FaultBoundaryState> | null {
    return state.error && props.cause !== state.cause ? { error: null, cause: props.cause } : { cause: props.cause }
  }

  override render(): ReactNode {
    const { error } = this.state
    const { title, Tile, children } = this.props
    return error ? <Tile title={title} message={`This part could not be drawn: ${error.message}`} onRetry={() => this.setState({ error: null })} /> : children
  }
}
