using System.Reflection;
using Xunit.Sdk;

namespace FluentProfiles.Tests.Http;

/// <summary>Runs a theory over each transport: the transport is its first argument, those given here follow.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OverBothTransportsAttribute(params object?[] arguments) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<TransportKind>().Select(kind => (object?[])[kind, .. arguments]);
}
