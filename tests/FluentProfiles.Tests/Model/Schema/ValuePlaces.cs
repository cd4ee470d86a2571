using System.Reflection;

namespace FluentProfiles.Tests.Model.Schema;

/// <summary>Finds every parameter and settable property of the public surface that may have a range.</summary>
internal static class ValuePlaces
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> Types =
    [
        typeof(int),
        typeof(long),
        typeof(double),
        typeof(TimeSpan),
        typeof(string),
    ];

    public static IReadOnlyList<ValuePlace> All { get; } =
    [
        .. typeof(ProfilesClient)
            .Assembly.GetExportedTypes()
            .Where(type => type is { IsEnum: false, IsInterface: false } && !type.IsSubclassOf(typeof(Delegate)))
            .Select(type => type.IsGenericTypeDefinition ? Closed(type) : type)
            .SelectMany(type => OfMethods(type).Concat(OfConstructors(type)).Concat(OfProperties(type))),
    ];

    private static IEnumerable<ValuePlace> OfMethods(Type type) =>
        from method in type.GetMethods(Declared)
        where !method.IsSpecialName && !method.IsGenericMethodDefinition
        from parameter in method.GetParameters()
        where !parameter.IsOut && Types.Contains(Bare(parameter.ParameterType))
        select new ValuePlace(
            $"{NameOf(type)}.{method.Name}({parameter.Name})",
            parameter.Name!,
            Bare(parameter.ParameterType),
            parameter,
            value =>
                EndOf(method.Invoke(method.IsStatic ? null : RightValues.Of(type), Arguments(method, parameter, value)))
        );

    private static IEnumerable<ValuePlace> OfConstructors(Type type) =>
        from constructor in type.GetConstructors()
        where !type.IsAbstract
        from parameter in constructor.GetParameters()
        where Types.Contains(Bare(parameter.ParameterType))
        select new ValuePlace(
            $"new {NameOf(type)}({parameter.Name})",
            parameter.Name!,
            Bare(parameter.ParameterType),
            parameter,
            value => EndOf(constructor.Invoke(Arguments(constructor, parameter, value)))
        );

    private static IEnumerable<ValuePlace> OfProperties(Type type) =>
        from property in type.GetProperties(Declared)
        where property.SetMethod is { IsPublic: true, IsStatic: false } && property.GetIndexParameters().Length == 0
        where Types.Contains(Bare(property.PropertyType))
        select new ValuePlace(
            $"{NameOf(type)}.{property.Name}",
            property.Name,
            Bare(property.PropertyType),
            property,
            value => SetAsync(property, type, value)
        );

    private static Task SetAsync(PropertyInfo property, Type type, object value)
    {
        var owner = RightValues.Of(type);
        property.SetValue(owner, value);
        // These options are checked by the constructor that takes them.
        if (owner is ProfilesClientOptions options)
            new ProfilesClient(options).Dispose();
        return Task.CompletedTask;
    }

    private static object?[] Arguments(MethodBase method, ParameterInfo given, object value) =>
        [
            .. method
                .GetParameters()
                .Select(parameter => parameter.Position == given.Position ? value : RightValues.Of(parameter)),
        ];

    private static Task EndOf(object? result) =>
        result switch
        {
            Task task => task,
            _ when result?.GetType().GetMethod("AsTask") is { } asTask => (Task)asTask.Invoke(result, null)!,
            _ => Task.CompletedTask,
        };

    private static Type Closed(Type type) =>
        type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(UserProfile))]);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
