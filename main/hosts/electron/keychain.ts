/** The operating system's keychain through Electron (DPAPI, macOS Keychain, Secret Service). */
import type { Keychain } from '#ports/index.ts';

export type SafeStorageLike = Readonly<{
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<Readonly<{ result: string; shouldReEncrypt: boolean }>>;
  getSelectedStorageBackend(): string;
}>;

/**
 * Whether there is a keychain worth the name. Without a Secret Service Electron on Linux encrypts
 * with a password that is in its source (`basic_text`); that protects nothing.
 */
export async function hasKeychain(storage: SafeStorageLike, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await storage.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend());
}

/** Both directions reject with an Error where `hasKeychain` is false. */
export function createSafeKeychain(storage: SafeStorageLike, platform: NodeJS.Platform): Keychain {
  async function demandKeychain(): Promise<void> {
    if (!(await hasKeychain(storage, platform))) throw new Error('no keychain on this computer');
  }
  return {
    async protect(secret) {
      await demandKeychain();
      return storage.encryptStringAsync(Buffer.from(secret).toString('base64'));
    },
    async reveal(protectedSecret) {
      await demandKeychain();
      const { result } = await storage.decryptStringAsync(Buffer.from(protectedSecret));
      return Buffer.from(result, 'base64');
    },
  };
}
