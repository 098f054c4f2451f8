import { lazyModule } from '../hooks/lazy-module';
import type { PasswordFormProps } from './password-form';

const useForm = lazyModule(() => import('./password-form'));

/** The form for a document's password, whose code is loaded when one is asked for. */
export function LazyPassword(props: PasswordFormProps) {
  const form = useForm();
  return form ? <form.PasswordForm {...props} /> : null;
}
