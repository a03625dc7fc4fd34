import { Component, type ReactNode } from 'react';
import { Failed } from '../ui/states.tsx';

/** Shows what to do where a screen failed, instead of an empty page. */
export class Unbroken extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failed error={this.state.error} again={() => location.reload()} />;
  }
}
