import { RoomSkeleton } from '@/components/chat/room-skeleton';

export default function RoomLoading() {
  return <RoomSkeleton />;
}
