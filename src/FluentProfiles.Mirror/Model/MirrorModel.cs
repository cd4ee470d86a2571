using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Model.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FluentProfiles.Mirror.Model;

/// <summary>The tables of the mirror in a model of EF Core. Names are left to the model's conventions.</summary>
internal static class MirrorModel
{
    // A text without a limit of its own may be as long as an id.
    private const int UsualLength = 256;
    private const int BytesPerCharacter = 4;

    /// <param name="model">The model.</param>
    /// <param name="schema">The schema of the tables; null for the model's default.</param>
    public static void Configure(ModelBuilder model, string? schema)
    {
        Configure<MirroredProfile>(model, schema, Profiles);
        Configure<MirroredMetadata>(model, schema, Metadata);
        Configure<MirrorScope>(model, schema, Scopes);
        Configure<MirrorPass>(model, schema, pass => pass.HasKey(row => new { row.Scope, row.Kind }));
        Configure<MirrorCandidate>(model, schema, Candidates);
        Configure<MirrorRemoval>(model, schema, Removals);
        Configure<MirrorChange>(model, schema, Changes);
        Configure<MirrorEvent>(model, schema, Events);
        Configure<MirrorPendingRead>(model, schema, PendingReads);
        Configure<MirrorClaim>(model, schema, Claims);
        Configure<MirrorErasure>(model, schema, erasure => erasure.HasKey(row => new { row.Scope, row.Hash }));
        Configure<MirrorSchema>(model, schema, Schema);
    }

    private static void Configure<T>(ModelBuilder model, string? schema, Action<EntityTypeBuilder<T>> configure)
        where T : class
    {
        var entity = model.Entity<T>();
        if (schema is not null)
            entity.Metadata.SetSchema(schema);
        foreach (var property in entity.Metadata.GetProperties())
            Reset(property);
        configure(entity);
    }

    // What the application's conventions say of its own columns would cut the mirror's, or compare them in another way.
    private static void Reset(IMutableProperty property)
    {
        var isTime = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset);
        property.SetProviderClrType(null);
        property.SetValueConverter(isTime ? Microseconds.Converter : null);
        property.SetColumnType(null);
        property.SetMaxLength(null);
        property.SetCollation(null);
    }

    private static void Profiles(EntityTypeBuilder<MirroredProfile> profile)
    {
        profile.HasKey(row => row.Key);
        profile.Property(row => row.Key).ValueGeneratedNever();
        foreach (var column in ProfileColumns.All)
        {
            var property = profile.Property(column.Type, column.Name);
            if (column.Type == typeof(string))
                property.HasConversion(StoredText.Converter(MostBytes(column.Fields[^1].Facts!.MaxLength)));
        }
        profile.Property(row => row.Id).IsRequired();
        profile.Property(row => row.NameKey).Metadata.SetValueConverter(NameKey.Converter);
        profile.Property(row => row.ReferenceId).Metadata.SetValueConverter(ReferenceText);
        profile.HasIndex(row => new { row.Scope, row.Id }).IsUnique();
        profile.HasIndex(row => new
        {
            row.Scope,
            row.CreatedAt,
            row.Id,
        });
        profile.HasIndex(row => new
        {
            row.Scope,
            row.NameKey,
            row.Id,
        });
        profile.HasIndex(row => new
        {
            row.Scope,
            row.ReferenceId,
            row.CreatedAt,
            row.Id,
        });
        profile.HasIndex(row => new
        {
            row.Scope,
            row.Country,
            row.EntityType,
            row.CreatedAt,
            row.Id,
        });
        profile.HasIndex(row => new
        {
            row.Scope,
            row.EnforcementStatus,
            row.CreatedAt,
            row.Id,
        });
    }

    // Filters by metadata are driven from this table, so it has what they sort by.
    private static void Metadata(EntityTypeBuilder<MirroredMetadata> pair)
    {
        var facts = ProfileSchema.FieldOf(nameof(UserProfile.Metadata)).Facts!;
        pair.HasKey(row => new { row.Profile, row.Key });
        pair.Property(row => row.Profile).ValueGeneratedNever();
        pair.Property(row => row.Key).HasConversion(StoredText.Converter(facts.MaxKeyLength * BytesPerCharacter));
        pair.Property(row => row.Value).HasConversion(StoredText.Converter(facts.MaxLength * BytesPerCharacter));
        pair.HasIndex(row => new
        {
            row.Scope,
            row.Key,
            row.Value,
            row.CreatedAt,
            row.Profile,
        });
    }

    private static void Scopes(EntityTypeBuilder<MirrorScope> scope)
    {
        scope.HasKey(row => row.Id);
        scope.Property(row => row.Id).ValueGeneratedNever();
        scope.HasIndex(row => new { row.Address, row.Workspace }).IsUnique();
    }

    private static void Candidates(EntityTypeBuilder<MirrorCandidate> candidate)
    {
        candidate.HasKey(row => new { row.Profile, row.Kind });
        candidate.Property(row => row.Profile).ValueGeneratedNever();
        candidate.HasIndex(row => new
        {
            row.Scope,
            row.Kind,
            row.Profile,
        });
    }

    private static void Removals(EntityTypeBuilder<MirrorRemoval> removal)
    {
        removal.HasKey(row => new { row.Scope, row.Profile });
        removal.Property(row => row.Profile).HasConversion(UsualText);
        removal.HasIndex(row => new { row.Scope, row.At });
    }

    private static void Changes(EntityTypeBuilder<MirrorChange> change)
    {
        change.HasKey(row => new { row.Scope, row.Position });
        change.Property(row => row.Profile).HasConversion(UsualText);
        change.HasIndex(row => new { row.Scope, row.Profile });
    }

    private static void Events(EntityTypeBuilder<MirrorEvent> received)
    {
        received.HasKey(row => new { row.Scope, row.Id });
        received.Property(row => row.Id).HasConversion(UsualText);
        received.Property(row => row.Profile).HasConversion(UsualText);
        received.HasIndex(row => new { row.Scope, row.ReceivedAt });
        received.HasIndex(row => new { row.Scope, row.Profile });
    }

    private static void PendingReads(EntityTypeBuilder<MirrorPendingRead> pending)
    {
        pending.HasKey(row => new { row.Scope, row.Profile });
        pending.Property(row => row.Profile).HasConversion(UsualText);
        pending.HasIndex(row => new { row.Scope, row.DueAt });
    }

    private static void Claims(EntityTypeBuilder<MirrorClaim> claim)
    {
        claim.HasKey(row => new { row.Scope, row.Reference });
        claim.Property(row => row.Reference).HasConversion(ReferenceText);
    }

    private static void Schema(EntityTypeBuilder<MirrorSchema> schema)
    {
        schema.HasKey(row => row.Id);
        schema.Property(row => row.Id).ValueGeneratedNever();
        schema.HasData(new MirrorSchema { Version = MirrorSchema.Current, Reader = MirrorSchema.LeastReader });
    }

    private static ValueConverter<string, string> UsualText => StoredText.Converter(UsualLength * BytesPerCharacter);

    // A claim is read back by its reference, so no reference that the service takes is cut. Profiles are compared with claims.
    private static ValueConverter<string, string> ReferenceText =>
        StoredText.Converter(
            ProfileColumns
                .All.Single(column => column.Name == nameof(MirroredProfile.ReferenceId))
                .Fields[^1]
                .Facts!.MaxLength * StoredText.MostBytesOfCharacter
        );

    private static int MostBytes(int length) => Math.Max(length, UsualLength) * BytesPerCharacter;
}
