using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>What a setter of a bulk write sets.</summary>
/// <param name="facts">The field.</param>
/// <param name="owner">The field of the profile that it is, or lies in.</param>
/// <param name="location">Where the source names it.</param>
internal sealed class SetterTarget(FieldFacts facts, FieldFacts owner, Location location)
{
    public FieldFacts Field => facts;

    public FieldFacts Owner => owner;

    public Location Location => location;

    public static SetterTarget? Of(IInvocationOperation setter, LibraryContext library)
    {
        if (setter.TargetMethod.Name is not ("Set" or "Clear"))
            return OfProfile(setter.TargetMethod.Name.EndsWith("Metadata") ? "Metadata" : "Name", library) is { } named
                ? new(named, named, Places.OfName(setter.Syntax))
                : null;
        if (
            setter.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "field")?.Value is not { } argument
            || QueryLambda.Of(argument, [])?.Body is not { } body
            || Values.Unwrapped(body) is not IPropertyReferenceOperation { Instance: { } instance } reference
            || library.Fields.Find(reference.Property) is not { } field
        )
            return null;
        var owner =
            Values.Unwrapped(instance) is IPropertyReferenceOperation outer
            && library.Fields.Find(outer.Property) is { } of
                ? of
                : field;
        return new(field, owner, Places.OfMember(reference.Syntax));
    }

    private static FieldFacts? OfProfile(string name, LibraryContext library) =>
        library.Fields.Along(library.UserProfile, name) is [var field] ? field : null;
}
