namespace FluentProfiles.Mirror.Tests.Databases;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
