namespace FluentProfiles.Model.Profiles;

/// <summary>States that a member of a profile is never null, whatever the service returns or a caller sets: it is empty instead. So a
/// query sees through a member of it that has no null of its own. The planner and the analyzers read it here.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeverNullAttribute : Attribute;
