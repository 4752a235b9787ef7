public import Deals
public import SourceText

/// The values of one record that stand, without their citations: what linkage compares.
public struct RecordValues: Hashable, Sendable {
    /// A value that stands.
    public struct Value: Hashable, Sendable {
        public let field: Field
        /// Position among values of a field that may have several, from 0.
        public let ordinal: Int
        public let value: FieldValue
        /// 0…1.
        public let confidence: Double

        public init(field: Field, ordinal: Int, value: FieldValue, confidence: Double) {
            self.field = field
            self.ordinal = ordinal
            self.value = value
            self.confidence = confidence
        }
    }

    public let id: RecordID
    /// Its place among its document's records of its kind, from 0.
    public let ordinal: Int
    /// The document that it was read from.
    public let document: DocumentHash
    /// The outlet's name, when known.
    public let source: String?
    /// Where the document stood, when known.
    public let url: String?
    public let language: LanguageTag?
    /// Publication day of the document.
    public let published: PartialDate?
    /// By field in the order of ``Field``, then by ordinal.
    public let values: [Value]

    public init(
        id: RecordID, ordinal: Int, document: DocumentHash, source: String?, url: String?, language: LanguageTag?,
        published: PartialDate?, values: [Value]
    ) {
        self.id = id
        self.ordinal = ordinal
        self.document = document
        self.source = source
        self.url = url
        self.language = language
        self.published = published
        self.values = values
    }

    /// The values of a field, by ordinal.
    public func all(_ field: Field) -> [FieldValue] { values.filter { $0.field == field }.map(\.value) }
    /// The first value of a field.
    public func first(_ field: Field) -> FieldValue? { values.first { $0.field == field }?.value }
}

/// Part of a pass over all records of a kind.
public struct RecordBatch: Hashable, Sendable {
    public let records: [RecordValues]
    /// Where the next batch begins; nil at the end.
    public let next: Int64?

    public init(_ records: [RecordValues], next: Int64?) {
        self.records = records
        self.next = next
    }
}

extension RecordValues.Value {
    /// In the order of ``RecordValues/values``.
    package static func precedes(_ left: Self, _ right: Self) -> Bool {
        (left.field.place, left.ordinal) < (right.field.place, right.ordinal)
    }
}

extension Field {
    /// Its place in the order of the fields.
    package var place: Int { Self.places[self] ?? 0 }
    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
