using System.Reflection;

namespace FluentProfiles.Expressions.Text;

/// <summary>Writes the name of a member in an identity: with the type that declares it, and of a method with its
/// types.</summary>
internal static class MemberName
{
    public static string Of(MemberInfo member)
    {
        var name = $"{(member.DeclaringType is { } type ? TypeName.Of(type) : "")}.{member.Name}";
        return member switch
        {
            MethodInfo method =>
                $"{name}{TypeArguments(method)}({Types(method.GetParameters())}):{TypeName.Of(method.ReturnType)}",
            ConstructorInfo constructor => $"{name}({Types(constructor.GetParameters())})",
            PropertyInfo property => $"{name}({Types(property.GetIndexParameters())})",
            _ => name,
        };
    }

    private static string TypeArguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(',', method.GetGenericArguments().Select(TypeName.Of))}>" : "";

    private static string Types(ParameterInfo[] parameters) =>
        string.Join(',', parameters.Select(parameter => TypeName.Of(parameter.ParameterType)));
}
