using System.Collections.Frozen;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>The forms by type. A type that is missing here is not wrong: what deals in it is compiled.</summary>
internal static class ValueForms
{
    /// <summary>All of them, one for each type.</summary>
    public static IReadOnlyList<ValueForm> All { get; } =
    [
        new StructForm<bool>(),
        new StructForm<int>(),
        new StructForm<long>(),
        new StructForm<double>(),
        new StructForm<DateTime>(),
        new StructForm<DateTimeOffset>(),
        new StructForm<TimeSpan>(),
        new StructForm<DayOfWeek>(),
        new ClassForm<string>(),
        new ClassForm<UserProfile>(),
        new ClassForm<ExternalUserDetails>(),
        new ClassForm<EnforcementAction>(),
        new ClassForm<Programs>(),
        new ClassForm<CyberProgram>(),
        new ClassForm<CyberRequirements>(),
        new ClassForm<CyberTier>(),
        new ClassForm<EfsProgram>(),
        new ClassForm<EfsFeature>(),
        new ClassForm<TrustGrant>(),
        new ClassForm<AdditionalProperties>(),
        new ClassForm<ProfileMap<string>>(),
        new ClassForm<ProfileMap<TrustGrant>>(),
        new ClassForm<ProfileMap<CyberTier>>(),
        new ClassForm<ProfileMap<EfsFeature>>(),
        new ClassForm<IReadOnlyList<EnforcementAction>>(),
        .. ProfileSchema.Enums.Select(type => type.Accept(new EnumFormMaker())),
    ];

    private static readonly FrozenDictionary<Type, ValueForm> ByType = All.ToFrozenDictionary(form => form.Type);

    /// <summary>The form of a type, nullable or not, or null for a type that is not dealt in.</summary>
    public static ValueForm? Of(Type type) => ByType.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type);

    private sealed class EnumFormMaker : IExtensibleEnumVisitor<ValueForm>
    {
        public ValueForm Visit<T>(ExtensibleEnum<T> type)
            where T : struct, IEquatable<T> => new EnumForm<T>();
    }
}
