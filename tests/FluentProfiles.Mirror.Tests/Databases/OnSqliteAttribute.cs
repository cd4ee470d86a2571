using System.Reflection;
using Xunit.Sdk;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Runs a theory on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [DatabaseKind.Sqlite],
        ];
}
