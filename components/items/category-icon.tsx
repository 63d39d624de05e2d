import {
  Baby,
  Bike,
  BookOpen,
  Camera,
  CarFront,
  CookingPot,
  Dumbbell,
  Gamepad2,
  Guitar,
  type IconNode,
  Laptop,
  Luggage,
  Package,
  PartyPopper,
  PawPrint,
  Shirt,
  Sofa,
  Sparkles,
  TentTree,
  WashingMachine,
  Wrench,
} from 'lucide';
import { Icon } from '@/components/ui/icon';

const ICONS: Record<string, IconNode> = {
  baby: Baby,
  bike: Bike,
  'book-open': BookOpen,
  camera: Camera,
  'car-front': CarFront,
  'cooking-pot': CookingPot,
  dumbbell: Dumbbell,
  'gamepad-2': Gamepad2,
  guitar: Guitar,
  laptop: Laptop,
  luggage: Luggage,
  'party-popper': PartyPopper,
  'paw-print': PawPrint,
  shirt: Shirt,
  sofa: Sofa,
  sparkles: Sparkles,
  'tent-tree': TentTree,
  'washing-machine': WashingMachine,
  wrench: Wrench,
};

/** @param name of a lucide icon, as categories keep it; one that is not known here is a parcel */
export function CategoryIcon({ name }: { name: string }) {
  const icon = ICONS[name] ?? Package;
  return <Icon of={icon} aria-hidden="true" />;
}
