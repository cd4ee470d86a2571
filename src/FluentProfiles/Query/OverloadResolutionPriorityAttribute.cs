#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

// The compiler knows it by its name. .NET 8 does not have it.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority => priority;
}
#endif
