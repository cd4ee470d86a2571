namespace FluentProfiles.Planning.Expressions;

/// <summary>The name of a type in an identity.</summary>
internal static class TypeName
{
    /// <summary>The full name; of an anonymous type only its arguments, because the compiler numbers such types anew with each
    /// change of the program.</summary>
    public static string Of(Type type) =>
        type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
            ? $"{{{string.Join(',', type.GenericTypeArguments.Select(Of))}}}"
            : type.ToString();
}
