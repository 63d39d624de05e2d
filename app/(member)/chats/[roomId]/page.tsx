import { RoomPane } from '@/components/chat/room-pane';
import { joinRoom } from '@/lib/features/chat/server/join-room';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { requireViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';

type RoomPageProps = { params: Promise<{ roomId: string }> };

export default async function RoomPage({ params }: RoomPageProps) {
  const { roomId } = await params;
  await requireViewer(paths.room(roomId));
  const { room, messages } = await orNotFound(joinRoom(await getContext(), { roomId }));
  return <RoomPane key={roomId} roomId={room.id} start={{ room, messages }} />;
}
