import { splitHidden } from "./split-hidden.ts";

/** A text that others wrote, such as a file's name or a line of it, with nothing in it hidden, and none of it turning what follows. */
export function VisibleText({ text }: { readonly text: string }) {
  return (
    <bdi className="visible-text">
      {splitHidden(text).map((piece) =>
        piece.kind === "text" ? (
          piece.text
        ) : (
          <span key={piece.start} className="hidden-character">
            {piece.name}
          </span>
        ),
      )}
    </bdi>
  );
}
