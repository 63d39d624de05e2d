import { getTranslations } from 'next-intl/server';
import {
  beginKakaoLink,
  changeAvatar,
  changeNickname,
  changePassword,
  changeRegion,
  logOutDevice,
  logOutEverywhere,
  unlinkKakao,
  withdraw,
} from '@/app/_actions/account';
import { loadBlocks } from '@/app/_actions/blocks';
import { logOut } from '@/app/_actions/log-out';
import { requestEmailVerification } from '@/app/_actions/mail';
import { makeRecoveryCodes, offerTwoStep, switchOffTwoStep, switchOnTwoStep } from '@/app/_actions/two-step';
import { prepareUpload, requestUpload } from '@/app/_actions/uploads';
import { AskedButton } from '@/components/account/asked-button';
import { BlockList } from '@/components/account/block-list';
import { DeviceList } from '@/components/account/device-list';
import { DistrictForm } from '@/components/account/district-form';
import { EmailPart } from '@/components/account/email-part';
import { KakaoPart } from '@/components/account/kakao-part';
import { NicknameForm } from '@/components/account/nickname-form';
import { PasswordForm } from '@/components/account/password-form';
import { PictureForm } from '@/components/account/picture-form';
import { Section } from '@/components/account/section';
import { TwoStepPart } from '@/components/account/two-step-part';
import { ClientMessages } from '@/components/layout/client-messages';
import { getAccountWithSessions } from '@/lib/features/account/server/get-account';
import { listBlocks } from '@/lib/features/blocks/server/list-blocks';
import { listProvinces } from '@/lib/features/regions/server/list-provinces';
import { getContext } from '@/lib/next/context';
import { isKakaoOffered } from '@/lib/next/kakao';
import { readSession } from '@/lib/next/session';
import { KAKAO_OUTCOMES } from '@/lib/paths';

/** @param kakao what Kakao's answer was, for somebody who just came back */
export async function ProfileTab({ kakao }: { kakao: unknown }) {
  const ctx = await getContext();
  const session = await readSession();
  const [t, tChat, { account, sessions }, provinces, blocks] = await Promise.all([
    getTranslations('account'),
    getTranslations('chat'),
    getAccountWithSessions(ctx),
    listProvinces(ctx),
    listBlocks(ctx, {}),
  ]);
  return (
    <ClientMessages namespaces={['account', 'auth', 'rentals']}>
      <div className="grid max-w-2xl gap-4">
        <Section title={t('picture.title')} text={t('picture.text')}>
          <PictureForm
            nickname={account.nickname}
            avatarUrl={account.avatarUrl}
            uploads={{ requestUpload, prepareUpload }}
            change={changeAvatar}
          />
        </Section>
        <Section title={t('nickname.title')}>
          <NicknameForm action={changeNickname} nickname={account.nickname} />
        </Section>
        <Section title={t('region.title')} text={t('region.text')}>
          <DistrictForm action={changeRegion} provinces={provinces} regionCode={account.regionCode ?? ''} />
        </Section>
        <Section title={t('email.title')}>
          {account.email === null ? (
            <p>{t('email.none')}</p>
          ) : (
            <EmailPart
              email={account.email}
              isVerified={account.isEmailVerified}
              action={requestEmailVerification}
            />
          )}
        </Section>
        {(account.hasKakao || isKakaoOffered()) && (
          <Section id="kakao" title={t('kakao.title')}>
            <KakaoPart
              hasKakao={account.hasKakao}
              hasPassword={account.hasPassword}
              hasTwoStep={account.recoveryCodes !== null}
              outcome={KAKAO_OUTCOMES.find((known) => known === kakao)}
              beginLink={beginKakaoLink}
              unlink={unlinkKakao}
            />
          </Section>
        )}
        {account.hasPassword && (
          <Section title={t('password.title')} text={t('password.text')}>
            <PasswordForm
              action={changePassword}
              email={account.email}
              hasTwoStep={account.recoveryCodes !== null}
              hasKakao={account.hasKakao}
            />
          </Section>
        )}
        {account.hasPassword && (
          <Section id="two-step" title={t('twoStep.title')} text={t('twoStep.text')}>
            <TwoStepPart
              recoveryCodes={account.recoveryCodes}
              hasKakao={account.hasKakao}
              actions={{
                offer: offerTwoStep,
                switchOn: switchOnTwoStep,
                switchOff: switchOffTwoStep,
                makeCodes: makeRecoveryCodes,
              }}
            />
          </Section>
        )}
        <Section id="devices" title={t('devices.title')} text={t('devices.text')}>
          <DeviceList
            viewerId={account.id}
            sessions={sessions}
            currentId={session?.sessionId}
            now={ctx.now().toISOString()}
            hasPassword={account.hasPassword}
            logOut={logOut}
            logOutDevice={logOutDevice}
          />
          <AskedButton words="devices" viewerId={account.id} action={logOutEverywhere} />
        </Section>
        <Section id="blocks" title={tChat('block.listTitle')} text={tChat('block.listText')}>
          <BlockList firstPage={blocks} load={loadBlocks} />
        </Section>
        <Section title={t('withdraw.title')} text={t('withdraw.text')}>
          <AskedButton words="withdraw" viewerId={account.id} action={withdraw} />
        </Section>
      </div>
    </ClientMessages>
  );
}
