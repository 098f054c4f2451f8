import { Component, type ComponentChild } from 'preact';
import type { LinkDefinitions } from './link-definitions';

interface LateLinksProps {
  links: LinkDefinitions;
  /** Labels in the text that had no address when it was finished. */
  labels: readonly string[];
  draw(): ComponentChild;
}

/** Finished text with references whose definitions may still come: drawn again, alone, when one does. */
export class LateLinks extends Component<LateLinksProps> {
  #stop: (() => void) | undefined;

  override componentDidMount(): void {
    const { links, labels } = this.props;
    this.#stop = links.watch(labels, () => this.forceUpdate());
  }

  override componentWillUnmount(): void {
    this.#stop?.();
  }

  override shouldComponentUpdate(): boolean {
    return false;
  }

  override render(): ComponentChild {
    return this.props.draw();
  }
}
