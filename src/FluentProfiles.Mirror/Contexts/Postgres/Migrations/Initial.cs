using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FluentProfiles.Mirror.Contexts.Postgres.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(name: "profile_mirror");

            migrationBuilder.CreateTable(
                name: "MirrorCandidate",
                schema: "profile_mirror",
                columns: table => new
                {
                    Profile = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Scope = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorCandidate", x => new { x.Profile, x.Kind });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorChange",
                schema: "profile_mirror",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<byte[]>(type: "bytea", nullable: true),
                    After = table.Column<byte[]>(type: "bytea", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorChange", x => new { x.Scope, x.Position });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorClaim",
                schema: "profile_mirror",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Reference = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    ClaimedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    LookFrom = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorClaim", x => new { x.Scope, x.Reference });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorErasure",
                schema: "profile_mirror",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorErasure", x => new { x.Scope, x.Hash });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorEvent",
                schema: "profile_mirror",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorEvent", x => new { x.Scope, x.Id });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorPass",
                schema: "profile_mirror",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorPass", x => new { x.Scope, x.Kind });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorPendingRead",
                schema: "profile_mirror",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    FirstAt = table.Column<long>(type: "bigint", nullable: false),
                    LastAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorPendingRead", x => new { x.Scope, x.Profile });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorRemoval",
                schema: "profile_mirror",
                columns: table => new
                {
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorRemoval", x => new { x.Scope, x.Profile });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorSchema",
                schema: "profile_mirror",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Reader = table.Column<int>(type: "integer", nullable: false),
                    LacksIndexes = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorSchema", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MirrorScope",
                schema: "profile_mirror",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Workspace = table.Column<string>(type: "text", nullable: false),
                    Shape = table.Column<string>(type: "text", nullable: false),
                    Gaps = table.Column<string>(type: "text", nullable: true),
                    KeysGiven = table.Column<long>(type: "bigint", nullable: false),
                    LastMoment = table.Column<long>(type: "bigint", nullable: true),
                    LastRemoval = table.Column<long>(type: "bigint", nullable: true),
                    KeyPrint = table.Column<string>(type: "text", nullable: true),
                    NewestAt = table.Column<long>(type: "bigint", nullable: true),
                    LookedTo = table.Column<long>(type: "bigint", nullable: true),
                    AsOf = table.Column<long>(type: "bigint", nullable: true),
                    StatusesAsOf = table.Column<long>(type: "bigint", nullable: true),
                    NewAsOf = table.Column<long>(type: "bigint", nullable: true),
                    LastError = table.Column<string>(type: "text", nullable: true),
                    LastErrorAt = table.Column<long>(type: "bigint", nullable: true),
                    Rows = table.Column<long>(type: "bigint", nullable: false),
                    LeaseOwner = table.Column<string>(type: "text", nullable: true),
                    LeaseTerm = table.Column<long>(type: "bigint", nullable: false),
                    LeasedSince = table.Column<long>(type: "bigint", nullable: true),
                    LeasedUntil = table.Column<long>(type: "bigint", nullable: true),
                    ChangesGiven = table.Column<long>(type: "bigint", nullable: false),
                    ChangesDropped = table.Column<long>(type: "bigint", nullable: false),
                    Feed = table.Column<long>(type: "bigint", nullable: false),
                    ErasureKeys = table.Column<byte[]>(type: "bytea", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorScope", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "MirroredMetadata",
                schema: "profile_mirror",
                columns: table => new
                {
                    Profile = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirroredMetadata", x => new { x.Profile, x.Key });
                }
            );

            migrationBuilder.CreateTable(
                name: "MirroredProfile",
                schema: "profile_mirror",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Scope = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: true),
                    NameKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    AccessType = table.Column<string>(type: "text", nullable: true),
                    AccountStatus = table.Column<string>(type: "text", nullable: true),
                    Country = table.Column<string>(type: "text", nullable: true),
                    EmailHash = table.Column<string>(type: "text", nullable: true),
                    EntityType = table.Column<string>(type: "text", nullable: true),
                    NameHash = table.Column<string>(type: "text", nullable: true),
                    OnboardedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReferenceId = table.Column<string>(type: "text", nullable: true),
                    EnforcementStatus = table.Column<string>(type: "text", nullable: true),
                    CyberStatus = table.Column<string>(type: "text", nullable: true),
                    CyberRequirementsDataRetention = table.Column<bool>(type: "boolean", nullable: true),
                    CyberRequirementsHumanReview = table.Column<bool>(type: "boolean", nullable: true),
                    Json = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    StoredAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirroredProfile", x => x.Key);
                }
            );

            migrationBuilder.InsertData(
                schema: "profile_mirror",
                table: "MirrorSchema",
                columns: new[] { "Id", "LacksIndexes", "Reader", "Version" },
                values: new object[] { 1, false, 1, 1 }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorCandidate_Scope_Kind_Profile",
                schema: "profile_mirror",
                table: "MirrorCandidate",
                columns: new[] { "Scope", "Kind", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorChange_Scope_Profile",
                schema: "profile_mirror",
                table: "MirrorChange",
                columns: new[] { "Scope", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorEvent_Scope_Profile",
                schema: "profile_mirror",
                table: "MirrorEvent",
                columns: new[] { "Scope", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorEvent_Scope_ReceivedAt",
                schema: "profile_mirror",
                table: "MirrorEvent",
                columns: new[] { "Scope", "ReceivedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorPendingRead_Scope_DueAt",
                schema: "profile_mirror",
                table: "MirrorPendingRead",
                columns: new[] { "Scope", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorRemoval_Scope_At",
                schema: "profile_mirror",
                table: "MirrorRemoval",
                columns: new[] { "Scope", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirrorScope_Address_Workspace",
                schema: "profile_mirror",
                table: "MirrorScope",
                columns: new[] { "Address", "Workspace" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredMetadata_Scope_Key_Value_CreatedAt_Profile",
                schema: "profile_mirror",
                table: "MirroredMetadata",
                columns: new[] { "Scope", "Key", "Value", "CreatedAt", "Profile" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredProfile_Scope_Country_EntityType_CreatedAt_Id",
                schema: "profile_mirror",
                table: "MirroredProfile",
                columns: new[] { "Scope", "Country", "EntityType", "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredProfile_Scope_CreatedAt_Id",
                schema: "profile_mirror",
                table: "MirroredProfile",
                columns: new[] { "Scope", "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredProfile_Scope_EnforcementStatus_CreatedAt_Id",
                schema: "profile_mirror",
                table: "MirroredProfile",
                columns: new[] { "Scope", "EnforcementStatus", "CreatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredProfile_Scope_Id",
                schema: "profile_mirror",
                table: "MirroredProfile",
                columns: new[] { "Scope", "Id" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredProfile_Scope_NameKey_Id",
                schema: "profile_mirror",
                table: "MirroredProfile",
                columns: new[] { "Scope", "NameKey", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MirroredProfile_Scope_ReferenceId_CreatedAt_Id",
                schema: "profile_mirror",
                table: "MirroredProfile",
                columns: new[] { "Scope", "ReferenceId", "CreatedAt", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "MirrorCandidate", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorChange", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorClaim", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorErasure", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorEvent", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorPass", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorPendingRead", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorRemoval", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorSchema", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirrorScope", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirroredMetadata", schema: "profile_mirror");

            migrationBuilder.DropTable(name: "MirroredProfile", schema: "profile_mirror");
        }
    }
}
