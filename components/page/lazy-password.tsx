import { useEffect, useState } from 'preact/hooks';
import type { PasswordForm, PasswordFormProps } from './password-form';

/** The form for a document's password, whose code is loaded when one is asked for. */
export function LazyPassword(props: PasswordFormProps) {
  const [View, setView] = useState<typeof PasswordForm>();
  useEffect(() => void import('./password-form').then((module) => setView(() => module.PasswordForm)), []);
  return View ? <View {...props} /> : null;
}
