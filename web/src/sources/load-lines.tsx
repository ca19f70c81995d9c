import { useEffect, useRef } from "react";

interface LoadLinesProps {
  readonly label: string;
  readonly onLoad: () => void;
}

/** Loads more lines when scrolled near, or when pressed. */
export function LoadLines({ label, onLoad }: LoadLinesProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null) return;
    const options = { scrollMargin: "400px" };
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onLoad();
    }, options);
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [onLoad]);
  return (
    <button ref={button} type="button" className="load-lines" onClick={onLoad}>
      {label}
    </button>
  );
}
