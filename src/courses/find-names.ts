import type { CourseActivity } from '../domain/course-activity';
import type { Directory, GraphAccess, LearningCatalog } from '../domain/ports';

interface Names {
  readonly providerName?: string;
  readonly assignerName?: string;
}

/** Returns the names of an activity's provider and assigner, as far as the caller may read them. */
export async function findNames(
  { catalog, directory }: NameSources,
  access: GraphAccess,
  { providerId, assignerUserId }: CourseActivity,
): Promise<Names> {
  const [providerName, assignerName] = await Promise.all([
    providerId === undefined ? undefined : catalog.findProviderName(access, providerId),
    assignerUserId === undefined ? undefined : directory.findDisplayName(access, assignerUserId),
  ]);
  return {
    ...(providerName !== undefined && { providerName }),
    ...(assignerName !== undefined && { assignerName }),
  };
}

interface NameSources {
  readonly catalog: Pick<LearningCatalog, 'findProviderName'>;
  readonly directory: Pick<Directory, 'findDisplayName'>;
}
