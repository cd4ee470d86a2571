using System.Reflection;
using Xunit.Sdk;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Runs a theory on PostgreSQL; skips it where PostgreSQL is not installed.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresBinaries.WhyNot;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [DatabaseKind.Postgres],
        ];
}
