namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>A test on PostgreSQL; skipped where PostgreSQL is not installed.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresBinaries.WhyNot;
}
