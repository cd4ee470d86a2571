using System.Collections.Frozen;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>The kinds by type. A type that is missing here is not wrong: what deals in it is compiled.</summary>
internal static class ValueKinds
{
    private static readonly Dictionary<Type, ValueKind> Plain = new()
    {
        [typeof(bool)] = new StructKind<bool>(),
        [typeof(int)] = new StructKind<int>(),
        [typeof(long)] = new StructKind<long>(),
        [typeof(double)] = new DoubleKind(),
        [typeof(DateTime)] = new StructKind<DateTime>(),
        [typeof(DateTimeOffset)] = new StructKind<DateTimeOffset>(),
        [typeof(TimeSpan)] = new StructKind<TimeSpan>(),
        [typeof(DayOfWeek)] = new StructKind<DayOfWeek>(),
        [typeof(string)] = new ClassKind<string>(),
        [typeof(UserProfile)] = new ClassKind<UserProfile>(),
        [typeof(ExternalUserDetails)] = new ClassKind<ExternalUserDetails>(),
        [typeof(EnforcementAction)] = new ClassKind<EnforcementAction>(),
        [typeof(Programs)] = new ClassKind<Programs>(),
        [typeof(CyberProgram)] = new ClassKind<CyberProgram>(),
        [typeof(CyberRequirements)] = new ClassKind<CyberRequirements>(),
        [typeof(CyberTier)] = new ClassKind<CyberTier>(),
        [typeof(EfsProgram)] = new ClassKind<EfsProgram>(),
        [typeof(EfsFeature)] = new ClassKind<EfsFeature>(),
        [typeof(TrustGrant)] = new ClassKind<TrustGrant>(),
        [typeof(AdditionalProperties)] = new ClassKind<AdditionalProperties>(),
        [typeof(ProfileMap<string>)] = new ClassKind<ProfileMap<string>>(),
        [typeof(ProfileMap<TrustGrant>)] = new ClassKind<ProfileMap<TrustGrant>>(),
        [typeof(ProfileMap<CyberTier>)] = new ClassKind<ProfileMap<CyberTier>>(),
        [typeof(ProfileMap<EfsFeature>)] = new ClassKind<ProfileMap<EfsFeature>>(),
        [typeof(IReadOnlyList<EnforcementAction>)] = new ClassKind<IReadOnlyList<EnforcementAction>>(),
    };

    private static readonly FrozenDictionary<Type, ValueKind> ByType = Plain
        .Concat(ProfileSchema.Enums.Select(type => KeyValuePair.Create(type.Type, type.Accept(new EnumKindMaker()))))
        .ToFrozenDictionary();

    /// <summary>The kind of a type, nullable or not, or null for a type that is not dealt in.</summary>
    public static ValueKind? Of(Type type) => ByType.GetValueOrDefault(System.Nullable.GetUnderlyingType(type) ?? type);

    private sealed class EnumKindMaker : IExtensibleEnumVisitor<ValueKind>
    {
        public ValueKind Visit<T>(ExtensibleEnum<T> type)
            where T : struct, IEquatable<T> => new EnumKind<T>();
    }
}
